"""tf-keras-vis, as in its tutorial. It must be told the class, and is."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import numpy as np
import tensorflow as tf
from tf_keras_vis.gradcam import Gradcam
from tf_keras_vis.utils.scores import CategoricalScore

from peer import keras_networks


class Peer:
    LEVEL = "ReLU, at the layer's size, relative to its largest value"

    def __init__(self, name, weights, threads):
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        self.model = keras_networks.network(name, weights)
        self.layer = keras_networks.LAYERS[name]
        self.plain = tf.function(self.model)

    def batch(self, photos):
        return tf.constant(np.ascontiguousarray(photos.transpose(0, 2, 3, 1)))

    def forward(self, batch):
        return self.plain(batch).numpy()

    def classes(self, batch):
        return self.forward(batch).argmax(1).tolist()

    def best(self, batch, count):
        return np.argsort(-self.forward(batch)[0])[:count].tolist()

    def explainer(self):
        # The scores have no softmax, so that the model need not be changed, nor copied.
        return Gradcam(self.model, clone=False)

    def maps(self, cam, batch, classes, **options):
        return np.asarray(
            cam(
                CategoricalScore(classes),
                batch,
                penultimate_layer=self.layer,
                seek_penultimate_conv_layer=False,
                **options,
            )
        )

    def several(self, cam, batch, classes):
        return [self.maps(cam, batch, [c]) for c in classes]

    def comparable(self, cam, batch, classes):
        return self.maps(cam, batch, classes, expand_cam=False, normalize_cam=False)

    @staticmethod
    def difference(maps, raw, normalized):
        positive = np.maximum(raw, 0)
        return float((np.abs(maps - positive).max((1, 2)) / positive.max((1, 2))).max())
