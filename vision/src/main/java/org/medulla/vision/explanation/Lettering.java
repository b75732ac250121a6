package org.medulla.vision.explanation;

import java.awt.Font;
import org.medulla.cytology.job.MedullaException;

/** The letters on pictures: the system's sans-serif font. */
final class Lettering {
    private Lettering() {}

    /**
     * That font in a size in pixels and a style of {@link Font}.
     *
     * @throws MedullaException RESOURCES on a machine without fonts
     */
    static Font font(int size, int style) {
        try {
            Font font = new Font(Font.SANS_SERIF, style, size);
            // Makes Java look for the font now; without fontconfig that ends in an error.
            if (font.canDisplay('A')) {
                return font;
            }
            throw new InternalError("The font has no letters");
        } catch (InternalError | LinkageError e) {
            throw MedullaException.resources(
                    "This machine has no font to write on pictures with; install fontconfig and a font (on Debian:"
                            + " apt-get install fontconfig fonts-dejavu-core).",
                    e);
        }
    }
}
