package org.tocsin.alert.output;

import java.util.ArrayList;
import java.util.List;

import org.tocsin.alert.alert.AlertStatus;
import org.tocsin.alert.alert.VersionView;

/**
 * A CAP message among those of its alert. The first one is an Alert, further ones are Updates, and whatever lays the
 * alert aside is a Cancel. A cancelled alert that comes up again is a new Alert: a Cancel cannot be updated.
 *
 * @param type of this message
 * @param earlier the messages since the last Alert, that one included, which this one replaces
 */
record CapThread(Type type, List<VersionView> earlier) {

    /** CAP's msgType. */
    enum Type {
        ALERT("Alert"),
        UPDATE("Update"),
        CANCEL("Cancel");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    CapThread {
        earlier = List.copyOf(earlier);
    }

    /** The place of a version in the history of its alert. */
    static CapThread at(int version, List<VersionView> history) {
        var since = new ArrayList<VersionView>();
        Type last = Type.CANCEL;
        for (VersionView entry : history) {
            Type type = type(entry, last);
            if (type == Type.ALERT) {
                since.clear();
            }
            if (entry.version() == version) {
                return new CapThread(type, since);
            }
            since.add(entry);
            last = type;
        }
        throw new IllegalArgumentException("no such version");
    }

    private static Type type(VersionView entry, Type last) {
        if (entry.version() > 1 && laidAside(entry.status())) {
            return Type.CANCEL;
        }
        return last == Type.CANCEL ? Type.ALERT : Type.UPDATE;
    }

    private static boolean laidAside(AlertStatus status) {
        return status == AlertStatus.CLOSED || status == AlertStatus.RETRACTED;
    }
}
