/**
 * Time courses: which image of a batch is seen at which step, and whose label counts. Each course is a record of settings,
 * as an experiment states it, and knows nothing of tensors; {@link dync.stimulus} makes frames of it.
 */
package dync.stimulus.course;
