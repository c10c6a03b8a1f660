"""Heatmaps of a folder of photos, as a user of pytorch-grad-cam writes it after its README."""

import argparse
import os
import time

import cv2
import numpy as np
import torch
from PIL import Image
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.image import show_cam_on_image
from torchvision import transforms

from peer import networks

parser = argparse.ArgumentParser()
parser.add_argument("photos")
parser.add_argument("out")
parser.add_argument("--network", required=True)
parser.add_argument("--weights", required=True)
parser.add_argument("--batch", type=int, default=1)
parser.add_argument("--threads", type=int, default=2)
args = parser.parse_args()

torch.set_num_threads(args.threads)
model = networks.network(args.network, args.weights)
cam = GradCAM(model=model, target_layers=[networks.layer(args.network, model)])
crop = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224)])
to_input = transforms.Compose(
    [transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
)
names = sorted(os.listdir(args.photos))
os.makedirs(args.out, exist_ok=True)

start = time.perf_counter()
for first in range(0, len(names), args.batch):
    batch = names[first : first + args.batch]
    images = [crop(Image.open(os.path.join(args.photos, n)).convert("RGB")) for n in batch]
    inputs = torch.stack([to_input(image) for image in images])
    maps = cam(input_tensor=inputs, targets=None)
    for name, image, grayscale in zip(batch, images, maps):
        pixels = np.float32(image) / 255
        overlay = show_cam_on_image(pixels, grayscale, use_rgb=True)
        file = os.path.join(args.out, os.path.splitext(name)[0] + ".png")
        cv2.imwrite(file, cv2.cvtColor(overlay, cv2.COLOR_RGB2BGR))
print(f"{len(names)} photos explained in {time.perf_counter() - start:.1f} s")
