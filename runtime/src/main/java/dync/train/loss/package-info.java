/**
 * What training minimises beside the error of the answers, as an experiment states it. Knows responses of a run and
 * nothing of how they are brought about; called by training.
 */
package dync.train.loss;
