package dync.compiler.mistakes;

import java.util.Optional;

/**
 * What came of one mistake.
 *
 * @param place the file and the line
 * @param shown the line as it became
 * @param told the line and the message of the first error; empty where there is none
 * @param onLine whether an error or one of its labels is where it belongs
 */
record Outcome(Kind kind, String place, String shown, Optional<String> told, boolean onLine) {

    boolean isRejected() {
        return told.isPresent();
    }
}
