package org.tocsin.notify.store;

import java.sql.SQLException;

/** The database refused or could not be reached; the cause tells which. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(SQLException cause) {
        super("The database could not do what it was asked to", cause);
    }
}
