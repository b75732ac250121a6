package org.medulla.archive.contribution;

import java.util.Locale;

/** What can become of a contributed picture by what was found in it, the best first. */
public enum Verdict {
    /** Nothing was found. */
    GOOD("nothing was found", Way.OPEN),

    /** Its quality is beyond what is usual: a reason to look, not to refuse. */
    TO_LOOK_AT("look at it, and leave it out if it is of no use", Way.OPEN),

    /** It looks like another picture. */
    NEAR_DUPLICATE("keep one of the two, or say why both stay", Way.NAMED),

    /** Folder and file name tell different classes. */
    TWO_CLASSES("say which class is right in a manifest", Way.NAMED),

    /** Something beside the pixels could tell who the patient is. */
    IDENTIFYING("accept a cleaned copy, or say why it tells nothing", Way.CLEANED),

    /** Letters were drawn into the pixels. */
    LETTERS("send the picture without them, or say why they tell nothing", Way.NAMED),

    /** No class is known for its class word. */
    UNMAPPED("say which class the word means, in a class map", Way.MAPPED),

    /** It is the same file as another. */
    DUPLICATE("nothing to do: it is there already", Way.NEVER),

    /** It is no picture that can be read. */
    UNREADABLE("send the picture again", Way.NEVER);

    private final String todo;
    private final Way way;

    Verdict(String todo, Way way) {
        this.todo = todo;
        this.way = way;
    }

    /** The verdict in the words of the database and of people: "near duplicate". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The verdict of a word that {@link #word} gave. */
    public static Verdict ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** What to do about it, in a clause. */
    public String todo() {
        return todo;
    }

    /** How it can be accepted. */
    public Way way() {
        return way;
    }

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** How a picture can be accepted. */
    public enum Way {
        /** With all others. */
        OPEN,
        /** As a copy that was cleaned, or when a steward names it with a reason. */
        CLEANED,
        /** When a steward names it with a reason. */
        NAMED,
        /** When its class is known. */
        MAPPED,
        /** Not at all. */
        NEVER
    }
}
