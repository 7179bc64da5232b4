package dync.compiler.describe.picture;

/** A part of a picture with the room that it takes, drawn from (0, 0). */
record Panel(double width, double height, Svg svg) {}
