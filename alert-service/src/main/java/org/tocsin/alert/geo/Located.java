package org.tocsin.alert.geo;

/**
 * A point on a map.
 *
 * @param name what lies there
 * @param precision what the point stands for
 * @param latitude degrees north, WGS 84, −90 to 90
 * @param longitude degrees east, WGS 84, −180 to 180
 */
public record Located(String name, Precision precision, double latitude, double longitude) {

    public Located {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new IllegalArgumentException("no point on earth");
        }
    }

    /** What a point stands for, the most precise first. */
    public enum Precision {
        /** A town, crossing or camp. */
        PLACE(10),
        /** A first-level division. */
        REGION(100),
        /** A state. */
        COUNTRY(500);

        private final int kilometres;

        Precision(int kilometres) {
            this.kilometres = kilometres;
        }

        /** How far around the point the event is likely to be, roughly. */
        public int kilometres() {
            return kilometres;
        }
    }
}
