/**
 * How much memory a training step takes, how much there is, and how much the process holds.
 * The trainer asks before it starts, reports ask at any time.
 * Linux tells these figures; elsewhere they are absent and nothing is refused.
 */
package dync.train.memory;
