/**
 * What is counted of a model's answers, weights and activity, and the names under which it is known everywhere. Counts
 * are exact and can be put together in any order. The trainer and the tester feed it; it knows of neither.
 */
package dync.train.metric;
