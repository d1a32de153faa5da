package org.tocsin.monitor.text;

import org.apache.lucene.util.Attribute;

/** The folded, unstemmed spelling of a token, kept beside the term that the stemmer goes on to change. */
public interface LightAttribute extends Attribute {

    /** The folded spelling; empty if nothing of the token is compared. */
    String light();

    void setLight(String light);
}
