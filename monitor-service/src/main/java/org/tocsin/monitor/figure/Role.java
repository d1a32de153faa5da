package org.tocsin.monitor.figure;

/** What a word or phrase of a lexicon does in a sentence; the sections of the lexicon files bear these names. */
enum Role {
    // Numbers.
    CARDINAL,
    MULTIPLIER,
    FRACTION,
    VAGUE,
    /** "A few", "several": makes the multiplier after it vague. */
    FEW,
    AND,
    /** An indefinite article: one, if the person is killed or injured. */
    ARTICLE,
    /** A noun in the singular that needs no article to mean one person. */
    SINGLE,
    /** A hedge before the number. */
    BEFORE,
    /** A hedge after the number. */
    AFTER,
    BETWEEN,
    TO,

    // What is counted.
    PERSON,
    HOUSEHOLD,
    /** A noun that says what happened to the person: "returnees", "wounded". */
    CASUALTY,
    /** A noun whose number is the number of people it happened to: "81 deportations". */
    EVENT,
    /** Anything that is not a person: money, distances, tents, votes. */
    THING,
    /** A person who has a job: "expelled" says of them that they lost it. */
    STAFF,
    /** Papers that people own: who loses them is dispossessed. */
    PAPERS,
    /** Where people live: who is driven out of it is displaced, not deported. */
    HOME,
    AGE,

    // What happened.
    /** A verb that takes the people as its object. */
    VERB,
    /** A passive or intransitive verb that takes the people as its subject. */
    PASSIVE,
    /** A form that may be either. */
    EITHER,
    /** A noun of action: "deportation of". */
    NOUN,
    /** Taking away or annulling; an action on people only where the sentence speaks of their papers. */
    SEIZURE,
    /** Moving people somewhere; an action on them only together with where to. FORCE: against their will. */
    CARRY,
    /** Where people are moved to, with the action that this makes of it: "over the border", "into custody". */
    WHITHER,
    /** "Back", "home", "across": makes a deportation of moving people by force. */
    BACK,
    /** Waiting or sleeping; strands people where the sentence speaks of a way that is closed. */
    WAIT,
    /** Where people wait who cannot go on: a border, a gate, an airport. */
    PASSAGE,
    /** Leaving or losing; displaces people where the sentence speaks of their homes. */
    LEAVE,
    /** Surviving: kills where it is denied ("three did not survive the winter"). */
    SURVIVAL,
    /** An action that makes no figure: released, employed, registered. */
    NEUTRAL,
    AUXILIARY,
    NOT,
    PLAN,
    /** "The number of", "the toll": a bare number further on may belong to it. */
    COUNT,

    // How the figure is to be taken.
    TOTAL,
    RATE,
    PART,

    // How the sentence hangs together.
    CLAUSE,
    /** Saying something: who does so alone ("a doctor said") is a witness, not counted. */
    SPEECH,
    FUNCTION,
    LINK,
    IDIOM,

    // Time.
    MONTH,
    WEEKDAY,
    TIME,
    PAST,
    THIS,
    SINCE,
    UNTIL,
    DAY
}
