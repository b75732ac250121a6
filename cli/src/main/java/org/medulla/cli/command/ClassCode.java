package org.medulla.cli.command;

import java.util.Locale;
import org.medulla.cytology.job.MedullaException;
import org.medulla.cytology.nomenclature.Nomenclature;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A cell class on the command line, by its code in either case.
 *
 * @param code the code as the nomenclature writes it
 */
record ClassCode(String code) {
    /** Reads a code; an unknown one is wrong usage, with the nearest code. */
    static final class Converter implements ITypeConverter<ClassCode> {
        @Override
        public ClassCode convert(String word) {
            try {
                return new ClassCode(Nomenclature.standard()
                        .of(word.strip().toUpperCase(Locale.ROOT))
                        .code());
            } catch (MedullaException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
