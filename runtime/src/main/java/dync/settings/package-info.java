/**
 * Settings as records: a record whose components say what they mean, in which unit and range, and what they are if nobody
 * says, is read from YAML with places in every message, written again, and published as a JSON schema. Knows nothing of
 * what is set; any package may declare settings.
 */
package dync.settings;
