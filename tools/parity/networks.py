"""The networks of the support table, and where each is looked into.

`default` is the layer that a practitioner would choose, written down by hand: what gradcam chooses
by itself is compared with it. `early` and `nested` are two more, the second deep inside of blocks.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Network:
    default: str
    early: str
    nested: str
    # What a practitioner would choose among a frozen file's operators, where that is no module's
    # output: another module's, or `relu()`, the network's last functional call of that name.
    frozen: str = ""
    library: str = "torchvision"
    side: int = 224
    output: str = ""


def timm(default, early, nested, **more):
    return Network(default, early, nested, library="timm", **more)


def segmentation(default, early, nested, **more):
    return Network(default, early, nested, output="out", side=128, **more)


NETWORKS = {
    "resnet18": Network("layer4", "layer1.0", "layer3.1.bn2"),
    "resnet50": Network("layer4", "layer1.0", "layer3.2.bn2"),
    "wide_resnet50_2": Network("layer4", "layer1.0", "layer3.2.bn2"),
    "resnext50_32x4d": Network("layer4", "layer1.0", "layer3.2.bn2"),
    "vgg11_bn": Network("features.27", "features.1", "features.16"),
    "vgg16": Network("features.29", "features.3", "features.21"),
    "alexnet": Network("features.11", "features.1", "features.6"),
    "densenet121": Network(
        "features", "features.pool0", "features.denseblock2.denselayer3.conv2", frozen="relu()"
    ),
    "mobilenet_v2": Network("features", "features.1", "features.9.conv.1"),
    "mobilenet_v3_large": Network("features", "features.1", "features.8.block.1"),
    "efficientnet_b0": Network("features", "features.1", "features.4.2.block.2"),
    "efficientnet_v2_s": Network("features", "features.1", "features.4.2.block.2"),
    "googlenet": Network("inception5b", "conv1", "inception4c.branch2.1.bn"),
    "inception_v3": Network("Mixed_7c", "Conv2d_2a_3x3", "Mixed_6c.branch7x7dbl_3.bn", side=299),
    "shufflenet_v2_x1_0": Network("conv5", "conv1", "stage3.3.branch2.4"),
    "squeezenet1_1": Network("features", "features.1", "features.7.expand3x3_activation"),
    "mnasnet1_0": Network("layers", "layers.2", "layers.10.1.layers.4"),
    "regnet_y_400mf": Network("trunk_output", "stem", "trunk_output.block3.block3-3.f.b"),
    "convnext_tiny": Network("features", "features.0", "features.5.3.block.3"),
    "vit_b_16": Network(
        "encoder.layers.encoder_layer_11.ln_1",
        "encoder.layers.encoder_layer_0.ln_1",
        "encoder.layers.encoder_layer_5.mlp.0",
    ),
    "swin_t": Network("features", "features.0", "features.5.2.mlp.0"),
    "maxvit_t": Network("blocks.3", "stem", "blocks.2.layers.1.layers.MBconv.layers.conv_b"),
    "fcn_resnet50": segmentation("backbone.layer4", "backbone.layer1", "backbone.layer3.2.bn2"),
    "deeplabv3_resnet50": segmentation(
        "backbone.layer4", "backbone.layer1", "backbone.layer3.2.bn2"
    ),
    "lraspp_mobilenet_v3_large": segmentation(
        "backbone.16", "backbone.1", "backbone.8.block.1"
    ),
    "dm_nfnet_f0": timm("final_act", "stem", "stages.2.3.conv2", side=192),
    "convmixer_1024_20_ks9_p14": timm("blocks", "stem", "blocks.10.0", side=112),
    "mixer_s32_224": timm("blocks", "stem", "blocks.4.mlp_channels.fc1"),
    "deit_tiny_patch16_224": timm("blocks.11.norm1", "blocks.0.norm1", "blocks.5.mlp.fc1"),
    "hrnet_w18_small": timm("final_layer", "layer1", "stage3.0.branches.1.0.bn2"),
    "res2net50_26w_4s": timm("layer4", "layer1.0", "layer3.2.bn1"),
}
