package dync.data.synthetic;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.max;
import static java.lang.Math.min;
import static java.lang.Math.sin;

/** The ten classes of {@link Shapes}, each as the signed distance of a point to an outline that fits the unit disk. */
enum ShapeKind {
    DISK {
        @Override
        double distance(double x, double y) {
            return hypot(x, y) - 0.85;
        }
    },
    SQUARE {
        @Override
        double distance(double x, double y) {
            return box(x, y, 0.7, 0.7);
        }
    },
    TRIANGLE {
        @Override
        double distance(double x, double y) {
            return polygon(x, y, 3, 0.48);
        }
    },
    CROSS {
        @Override
        double distance(double x, double y) {
            return min(box(x, y, 0.95, 0.28), box(x, y, 0.28, 0.95));
        }
    },
    RING {
        @Override
        double distance(double x, double y) {
            return abs(hypot(x, y) - 0.72) - 0.22;
        }
    },
    BAR {
        @Override
        double distance(double x, double y) {
            return box(x, y, 0.97, 0.25);
        }
    },
    STAR {
        @Override
        double distance(double x, double y) {
            // two triangles turned against each other
            return min(polygon(x, y, 3, 0.46), polygon(-x, -y, 3, 0.46));
        }
    },
    CRESCENT {
        @Override
        double distance(double x, double y) {
            return max(hypot(x, y) - 0.95, 0.75 - hypot(x - 0.5, y));
        }
    },
    CORNER {
        @Override
        double distance(double x, double y) {
            return min(box(x + 0.42, y, 0.25, 0.67), box(x, y - 0.42, 0.67, 0.25));
        }
    },
    PAIR {
        @Override
        double distance(double x, double y) {
            return min(hypot(x - 0.58, y), hypot(x + 0.58, y)) - 0.38;
        }
    };

    /** Distance of a point to the outline, negative inside; exact enough near the outline to smooth its edge. */
    abstract double distance(double x, double y);

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        return max(abs(x) - halfWidth, abs(y) - halfHeight);
    }

    private static double polygon(double x, double y, int sides, double inner) {
        double distance = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sides; i++) {
            double angle = 2 * PI * i / sides;
            distance = max(distance, x * cos(angle) + y * sin(angle) - inner);
        }
        return distance;
    }
}
