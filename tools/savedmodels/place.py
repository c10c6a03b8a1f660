"""Where structures go, and how large they may be."""

import shutil

import archives

LARGEST = 60_000


class Place:
    """A folder of networks, each with its values beside it."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def fresh(self, name):
        """A path at which nothing is."""
        path = self.folder / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        return path

    def done(self, name, off=None):
        """Says how a network came out; `off` is None for one that was not run."""
        path = self.folder / name
        files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
        total = sum(file.stat().st_size for file in files)
        if total > LARGEST:
            raise AssertionError(f"{name} has {total} bytes, the limit is {LARGEST}")
        ran = "not run" if off is None else f"differs by {off:.1e}"
        print(f"{name}: {total} bytes, {ran}", flush=True)

    def values(self, name, arrays):
        archives.write_npz(self.folder / f"{name}.npz", arrays)
