package org.tocsin.monitor.poll;

import org.tocsin.monitor.parse.FeedHints;
import org.tocsin.monitor.source.SourceRef;

/** A source says that it can be pushed. Sent in the transaction that records the visit. */
public record PushOffer(SourceRef source, FeedHints.Push push) {}
