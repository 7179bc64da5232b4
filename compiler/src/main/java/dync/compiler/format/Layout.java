package dync.compiler.format;

import dync.compiler.format.Doc.Align;
import dync.compiler.format.Doc.Comment;
import dync.compiler.format.Doc.Group;
import dync.compiler.format.Doc.Line;
import dync.compiler.format.Doc.Listing;
import dync.compiler.format.Doc.Nest;
import dync.compiler.format.Doc.Padding;
import dync.compiler.format.Doc.Sequence;
import dync.compiler.format.Doc.Text;
import dync.compiler.format.Doc.Verbatim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Breaks a {@link Doc} into lines of at most {@value #WIDTH} characters where that can be done. */
final class Layout {
    static final int WIDTH = 100;

    /** A list that begins further right or needs more lines is better off as a block. */
    private static final int FURTHEST_ALIGNED = 50;

    private static final int MOST_ALIGNED_LINES = 3;

    /** Elements of a table that are wider stand one below the other. */
    private static final int WIDEST_OF_A_ROW = 20;

    private record Task(int indent, boolean flat, Doc doc) {}

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Page page = new Page();

    private Layout() {}

    static String print(Doc doc) {
        Layout layout = new Layout();
        layout.tasks.push(new Task(0, false, doc));
        while (!layout.tasks.isEmpty()) {
            layout.take(layout.tasks.pop());
        }
        return layout.page.finish();
    }

    /** The room that it takes on one line, or more than there is where it takes several. */
    static int width(Doc doc) {
        Deque<Task> alone = new ArrayDeque<>();
        alone.push(new Task(0, true, doc));
        return doc.isBroken() ? WIDTH + 1 : WIDTH - room(alone, new ArrayDeque<>(), WIDTH);
    }

    private void take(Task task) {
        Doc doc = task.doc;
        if (doc instanceof Text text) {
            page.write(text.text());
        } else if (doc instanceof Line line) {
            breakLine(task, line);
        } else if (doc instanceof Sequence sequence) {
            pushAll(tasks, task, sequence.parts());
        } else if (doc instanceof Group group) {
            boolean flat = task.flat || !group.isBroken() && fits(new Task(task.indent, true, group.content()));
            tasks.push(new Task(task.indent, flat, group.content()));
        } else if (doc instanceof Nest nest) {
            tasks.push(new Task(task.indent + nest.by(), task.flat, nest.content()));
        } else if (doc instanceof Align align) {
            tasks.push(new Task(page.column(), task.flat, align.content()));
        } else if (doc instanceof Padding padding) {
            page.write(task.flat ? "" : padding.text());
        } else if (doc instanceof Comment comment) {
            page.comment(comment.text());
        } else if (doc instanceof Verbatim verbatim) {
            page.verbatim(verbatim.text(), verbatim.column());
        } else if (doc instanceof Listing listing) {
            tasks.push(listing(task, listing));
        }
    }

    private void breakLine(Task task, Line line) {
        if (task.flat) {
            page.write(line.flat());
            return;
        }
        if (line.blank()) {
            page.newline(0);
        }
        page.newline(task.indent);
    }

    private Task listing(Task task, Listing listing) {
        Task flat = new Task(task.indent, true, flat(listing));
        if (task.flat || !listing.isBroken() && fits(flat)) {
            return flat;
        }
        if (!listing.asBlock()) {
            List<Doc> aligned = aligned(listing);
            if (!aligned.isEmpty()) {
                return new Task(page.column(), false, Doc.of(aligned));
            }
        }
        return new Task(task.indent, false, listing.block());
    }

    private static Doc flat(Listing listing) {
        return Doc.of(Doc.join(listing.elements(), new Text(", ")), new Text(listing.close()));
    }

    /** The elements filled into lines that begin behind the bracket; nothing where that would be no good. */
    private List<Doc> aligned(Listing listing) {
        int start = page.column();
        int last = listing.elements().size() - 1;
        int behind = WIDTH - room(new ArrayDeque<>(), tasks, WIDTH);
        boolean apart = listing.table() && listing.elements().stream().anyMatch(doc -> width(doc) > WIDEST_OF_A_ROW);
        List<Doc> parts = new ArrayList<>();
        int column = start;
        int lines = 1;
        for (int i = 0; i <= last; i++) {
            Doc element = listing.elements().get(i);
            int width = width(element) + (i < last ? 1 : listing.close().length() + behind);
            if (i > 0 && (apart || column + 1 + width > WIDTH)) {
                parts.add(Doc.NEWLINE);
                column = start;
                lines++;
            } else if (i > 0) {
                parts.add(new Text(" "));
                column++;
            }
            column += width;
            if (column > WIDTH || lines > MOST_ALIGNED_LINES && !listing.table() || start > FURTHEST_ALIGNED) {
                return List.of();
            }
            parts.add(new Group(element, false));
            parts.add(new Text(i < last ? "," : listing.close()));
        }
        return parts;
    }

    /** Whether it fits on this line together with what follows up to where the line may break. */
    private boolean fits(Task task) {
        Deque<Task> first = new ArrayDeque<>();
        first.push(task);
        return room(first, tasks, WIDTH - page.column()) >= 0;
    }

    /** The room that is left behind {@code first} and what must stay on its line, negative where there is too little. */
    private static int room(Deque<Task> first, Deque<Task> after, int room) {
        int left = room;
        Iterator<Task> rest = after.iterator();
        while (left >= 0 && (!first.isEmpty() || rest.hasNext())) {
            Task task = first.isEmpty() ? rest.next() : first.pop();
            Doc doc = task.doc;
            if (doc instanceof Text text) {
                left -= text.text().length();
            } else if (doc instanceof Line line) {
                if (!task.flat || line.hard()) {
                    return left;
                }
                left -= line.flat().length();
            } else if (doc instanceof Sequence sequence) {
                pushAll(first, task, sequence.parts());
            } else if (doc instanceof Group group) {
                first.push(new Task(0, task.flat, group.content()));
            } else if (doc instanceof Nest nest) {
                first.push(new Task(0, task.flat, nest.content()));
            } else if (doc instanceof Align align) {
                first.push(new Task(0, task.flat, align.content()));
            } else if (doc instanceof Padding padding) {
                left -= task.flat ? 0 : padding.text().length();
            } else if (doc instanceof Comment) {
                return left;
            } else if (doc instanceof Verbatim verbatim) {
                return left - verbatim.text().lines().findFirst().orElse("").length();
            } else if (doc instanceof Listing listing) {
                if (!task.flat) {
                    return left;
                }
                first.push(new Task(0, true, flat(listing)));
            }
        }
        return left;
    }

    private static void pushAll(Deque<Task> stack, Task task, List<Doc> parts) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            stack.push(new Task(task.indent, task.flat, parts.get(i)));
        }
    }
}
