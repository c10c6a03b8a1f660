"""One photo by pytorch-grad-cam (1.5.5, torch 2.7.1), as its own cam.py does it: the process from start
to picture. Usage: peer.py PHOTO PICTURE; the network is torchvision's MobileNetV2 with random weights.
"""

import sys

import cv2
import numpy as np
import torch
import torchvision
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.image import preprocess_image, show_cam_on_image

model = torchvision.models.mobilenet_v2().eval()
photo = np.float32(cv2.resize(cv2.imread(sys.argv[1])[:, :, ::-1], (224, 224))) / 255
batch = preprocess_image(photo, mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])
torch.set_num_threads(2)
with GradCAM(model=model, target_layers=[model.features[-1]]) as cam:
    heat = cam(input_tensor=batch)[0]
cv2.imwrite(sys.argv[2], show_cam_on_image(photo, heat, use_rgb=True)[:, :, ::-1])
