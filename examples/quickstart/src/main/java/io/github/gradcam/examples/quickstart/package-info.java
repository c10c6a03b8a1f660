/** The shortest program that explains a photo. */
package io.github.gradcam.examples.quickstart;
