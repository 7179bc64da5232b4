package dync.cli.progress;

import java.util.ArrayList;
import java.util.List;

/** What a terminal of a width shows after all that was sent to it; knows the sequences that {@link Screen} uses. */
final class TerminalPicture {
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private final int columns;

    TerminalPicture(String sent, int columns) {
        this.columns = columns;
        for (int i = 0; i < sent.length(); ) {
            if (sent.charAt(i) == '\033') {
                int end = i + 2;
                while (!Character.isLetter(sent.charAt(end))) {
                    end++;
                }
                sequence(sent.substring(i + 2, end), sent.charAt(end));
                i = end + 1;
            } else {
                put(sent.charAt(i));
                i++;
            }
        }
    }

    private void sequence(String number, char what) {
        switch (what) {
            case 'A' -> {
                row -= Integer.parseInt(number);
                if (row < 0) {
                    throw new IllegalStateException("moved above what was drawn");
                }
            }
            case 'K' -> rows.get(row).setLength(Math.min(column, rows.get(row).length()));
            case 'J' -> {
                rows.get(row).setLength(Math.min(column, rows.get(row).length()));
                while (rows.size() > row + 1) {
                    rows.remove(rows.size() - 1);
                }
            }
            case 'm', 'h', 'l' -> {}
            default -> throw new IllegalStateException("unknown sequence " + number + what);
        }
    }

    private void put(char letter) {
        if (letter == '\r') {
            column = 0;
        } else if (letter == '\n') {
            row++;
            column = 0;
            if (row == rows.size()) {
                rows.add(new StringBuilder());
            }
        } else {
            if (column == columns) {
                throw new IllegalStateException("wider than the terminal: " + rows.get(row));
            }
            StringBuilder line = rows.get(row);
            while (line.length() <= column) {
                line.append(' ');
            }
            line.setCharAt(column++, letter);
        }
    }

    List<String> lines() {
        return rows.stream().map(line -> line.toString().stripTrailing()).toList();
    }
}
