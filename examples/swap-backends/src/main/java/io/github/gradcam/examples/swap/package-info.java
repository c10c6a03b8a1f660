/** A program that knows no engine. */
package io.github.gradcam.examples.swap;
