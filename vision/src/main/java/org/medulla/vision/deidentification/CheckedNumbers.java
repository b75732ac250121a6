package org.medulla.vision.deidentification;

/** Numbers of insurances that carry a check digit, by which they are told from other numbers of their length. */
final class CheckedNumbers {
    private CheckedNumbers() {}

    /**
     * Whether ten characters are a German health insurance number: a letter and nine digits, the last of which is the sum modulo
     * 10 of the cross sums of the digits (the letter's place in the alphabet giving two) weighted 1, 2, 1, 2...
     */
    static boolean isGermanInsurance(String number) {
        if (!number.matches("[A-Z]\\d{9}")) {
            return false;
        }
        int letter = number.charAt(0) - 'A' + 1;
        String digits = (letter < 10 ? "0" : "") + letter + number.substring(1, 9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = digit(digits, i) * (1 + i % 2);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(number, 9);
    }

    /** Whether ten digits are a British health service number: weighted 10 to 2, modulo 11. */
    static boolean isBritishInsurance(String digits) {
        if (!digits.matches("\\d{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += digit(digits, i) * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digit(digits, 9);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
