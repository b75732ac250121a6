package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A cell class on the command line, by its code in either case. Which classes there are, the home says.
 *
 * @param word the code as it was typed, in capital letters
 */
record ClassCode(String word) {
    /**
     * The code, once the nomenclature of the home is known.
     *
     * @param spec the command that takes it
     * @throws ParameterException for an unknown code with the nearest one, for a merged one with what it was merged into
     */
    String in(Nomenclature nomenclature, CommandSpec spec) {
        try {
            return nomenclature.of(word).code();
        } catch (MedullaException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Reads a code. */
    static final class Converter implements ITypeConverter<ClassCode> {
        @Override
        public ClassCode convert(String word) {
            return new ClassCode(word.strip().toUpperCase(Locale.ROOT));
        }
    }
}
