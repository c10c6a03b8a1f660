"""One heatmap of one photo with the small network that gradcam has built in, from a cold start."""

import argparse
import sys

import cv2
import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from torchvision import transforms

parser = argparse.ArgumentParser()
parser.add_argument("photo")
parser.add_argument("out")
parser.add_argument("--demo-model", required=True, help="the folder with model.py and weights")
parser.add_argument("--who", choices=("pytorch-grad-cam", "torch-cam"), required=True)
parser.add_argument("--threads", type=int, default=2)
args = parser.parse_args()

sys.path.insert(0, args.demo_model)
from model import DemoNet

torch.set_num_threads(args.threads)
model = DemoNet()
model.load_state_dict(load_file(f"{args.demo_model}/imagenette-cnn.safetensors"))
model.eval()
image = Image.open(args.photo).convert("RGB").resize((160, 160), Image.BILINEAR)
inputs = transforms.Compose(
    [transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
)(image).unsqueeze(0)

if args.who == "pytorch-grad-cam":
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.image import show_cam_on_image

    cam = GradCAM(model=model, target_layers=[model.expand])
    map_ = cam(input_tensor=inputs, targets=None)[0]
    overlay = show_cam_on_image(np.float32(image) / 255, map_, use_rgb=True)
    cv2.imwrite(args.out, cv2.cvtColor(overlay, cv2.COLOR_RGB2BGR))
else:
    from torchcam.methods import GradCAM
    from torchcam.utils import overlay_mask
    from torchvision.transforms.functional import to_pil_image

    cam = GradCAM(model, "expand")
    scores = model(inputs)
    map_ = cam(scores.argmax(1).item(), scores)[0]
    overlay_mask(image, to_pil_image(map_.detach(), mode="F"), alpha=0.5).save(args.out)
