package io.github.gradcam.dl4j.rule;

/** Where an array has its channels, seen from the batch. */
public enum Layout {
  /** {@code [N, C, …]}: {@code NCW}, {@code NCHW}, {@code NCDHW}; also {@code [N, C]}. */
  CHANNELS_FIRST,
  /** {@code [N, …, C]}: {@code NWC}, {@code NHWC}, {@code NDHWC}. */
  CHANNELS_LAST
}
