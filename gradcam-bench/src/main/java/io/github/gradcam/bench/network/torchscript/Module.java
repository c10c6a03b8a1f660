package io.github.gradcam.bench.network.torchscript;

import java.util.Map;

/**
 * A module of a network.
 *
 * @param type its class, such as {@code torch.nn.modules.conv.Conv2d}
 * @param path where it lies in the network
 * @param tensors what it owns, by name
 * @param children the modules in it, by name
 * @param forward the statements of its forward method, whose argument is {@code input}
 */
record Module(
    String type,
    String path,
    Map<String, Tensor> tensors,
    Map<String, Module> children,
    String forward) {}
