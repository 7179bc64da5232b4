package dync.compiler.describe.picture;

import java.util.List;

/** A place in a picture, in pixels; y grows downwards. */
record Point(double x, double y) {
    private static final double ROUND = 6;
    private static final double HEAD = 7;

    /** The path through some points, its corners rounded. */
    static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M" + points.get(0));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            path.append('L').append(corner.towards(points.get(i - 1)));
            path.append('Q').append(corner).append(' ').append(corner.towards(points.get(i + 1)));
        }
        return path.append('L').append(points.get(points.size() - 1)).toString();
    }

    private Point towards(Point other) {
        double distance = distance(other);
        double share = distance == 0 ? 0 : Math.min(ROUND, distance / 2) / distance;
        return new Point(x + share * (other.x - x), y + share * (other.y - y));
    }

    double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The corners of an arrow's head that ends here and comes from another point. */
    String head(Point from) {
        double angle = Math.atan2(y - from.y, x - from.x);
        return this + " " + side(angle, 2.7) + " " + side(angle, -2.7);
    }

    private Point side(double angle, double turn) {
        return new Point(x + HEAD * Math.cos(angle + turn), y + HEAD * Math.sin(angle + turn));
    }

    @Override
    public String toString() {
        return Svg.number(x) + "," + Svg.number(y);
    }
}
