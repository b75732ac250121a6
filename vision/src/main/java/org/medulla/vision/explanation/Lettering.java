package org.medulla.vision.explanation;

import java.awt.Font;

/** The letters on pictures: the system's sans-serif font. */
final class Lettering {
    private Lettering() {}

    /** That font in a size in pixels and a style of {@link Font}. */
    static Font font(int size, int style) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
