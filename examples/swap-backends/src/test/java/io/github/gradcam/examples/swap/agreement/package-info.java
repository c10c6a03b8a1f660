/** How far the engines' answers lie apart, for one network that each of them opens. */
package io.github.gradcam.examples.swap.agreement;
