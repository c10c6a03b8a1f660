/** The page that shows a folder's results to people who have nothing but a browser. */
@NullMarked
package io.github.gradcam.cli.report;

import org.jspecify.annotations.NullMarked;
