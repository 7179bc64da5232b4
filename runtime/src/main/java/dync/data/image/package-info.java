/**
 * Pictures as files: JPEG, PNG, GIF and BMP, decoded into {@link dync.data.Picture} after what their headers claim has been
 * checked; and folders of them with a class each. {@link dync.data.catalogue.Datasets} calls it, and so may any program.
 */
package dync.data.image;
