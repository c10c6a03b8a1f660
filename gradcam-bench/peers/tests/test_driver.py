"""The driver's arithmetic and its care for processes, without the peers."""

import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

from sidebyside import agreement, arguments, photos, plan, process, questions
from sidebyside.commands import Commands
from sidebyside.results import Results


def python(code):
    return [sys.executable, "-c", code]


class Processes(unittest.TestCase):
    def test_the_last_line_of_json_is_the_answer(self):
        done = process.run(python("print('{\"a\": 1}'); print('noise'); print('{\"a\": 2}')"))
        self.assertEqual(done.answer, {"a": 2})
        self.assertGreater(done.peak_mib, 1)

    def test_each_process_has_its_own_peak_of_memory(self):
        large = process.run(python("b = bytearray(200 << 20); b[::4096] = b[::4096]"))
        small = process.run(python("pass"))
        self.assertGreater(large.peak_mib, 200)
        self.assertLess(small.peak_mib, 150)

    def test_a_crash_tells_what_was_said_before(self):
        with self.assertRaises(process.Failed) as failed:
            process.run(python("import os; print('{\"a\": 1}', flush=True); os.abort()"))
        self.assertIn("exit code -6", str(failed.exception))
        self.assertEqual(failed.exception.answer, {"a": 1})

    def test_a_file_is_seen_when_it_comes(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "picture"
            done = process.run(python(f"open({str(file)!r}, 'w').write('x')"), until_file=file)
        self.assertGreater(done.seconds_to_file, 0)
        self.assertLessEqual(done.seconds_to_file, done.seconds)

    def test_a_file_that_never_comes_is_a_failure(self):
        with self.assertRaises(process.Failed):
            process.run(python("pass"), until_file=Path("never-written"))


class Files(unittest.TestCase):
    def test_more_is_added_to_what_a_file_has(self):
        def found(largest):
            return {"network": "vgg16", "peer": "captum", "largest": largest}

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "peers.json"
            first = Results()
            first.add("ratio", "vgg16", 1, "captum", "×", 1.5)
            first.agrees(found(1e-6))
            first.fail("a step", "an error")
            first.write(file, {"rounds": 1})
            more = Results.of(file)
        more.add("ratio", "vgg16", 1, "captum", "×", 1.25)
        more.agrees(found(2e-6))
        (measurement,) = more.measurements()
        self.assertEqual(measurement["values"], [1.5, 1.25])
        self.assertEqual(more.agreement, [found(2e-6)])
        self.assertEqual(len(more.failures), 1)


class Plans(unittest.TestCase):
    def test_rounds_go_to_and_fro_and_hold_only_those_who_agree(self):
        args = arguments.parsed(["--rounds", "2", "--networks", "resnet50", "--questions", "cost"])
        agreed = {("gradcam-djl", "resnet50"), ("captum", "resnet50"), ("captum", "vgg16")}
        first, second = plan.plan(args, agreed)
        cost = [(q.who, q.batch) for q in first]
        self.assertEqual(
            cost, [("gradcam-djl", 1), ("captum", 1), ("gradcam-djl", 8), ("captum", 8)]
        )
        self.assertEqual(second, first[::-1])

    def test_slow_questions_are_asked_in_fewer_rounds(self):
        args = arguments.parsed(["--rounds", "3", "--slow-rounds", "1", "--questions", "folder"])
        agreed = {("gradcam-djl", "resnet50"), ("pytorch-grad-cam", "resnet50")}
        self.assertEqual([len(r) for r in plan.plan(args, agreed)], [3, 0, 0])


class Answers(unittest.TestCase):
    def setUp(self):
        self.results = Results()
        self.commands = Commands(SimpleNamespace(seconds=2, threads=2, work=Path("w")), {})
        self.commands.ask = lambda *a, **k: ("command", a, k)
        self.told = []

    def values(self):
        return {(m["question"], m["who"]): m["values"] for m in self.results.measurements()}

    def answering(self, module, *answers):
        left = list(answers)

        def run(command, until_file=None):
            answer = left.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return SimpleNamespace(answer=answer, peak_mib=700.0)

        original, module.run = module.run, run
        self.addCleanup(setattr, module, "run", original)

    def test_cost(self):
        self.answering(questions, {"forward": 0.1, "map": 0.2, "five": 0.35})
        questions.Cost("resnet50", 1, "captum").ask(self.commands, self.results)
        values = self.values()
        self.assertAlmostEqual(values["ratio", "captum"][0], 2)
        self.assertAlmostEqual(values["maps_per_second", "captum"][0], 5)
        self.assertAlmostEqual(values["five_classes", "captum"][0], 3.5)
        self.assertEqual(values["peak_rss", "captum"], [700.0])

    def test_four_threads_take_the_better_setting_and_the_worse_count(self):
        def callers(*rates):
            keys = zip((1, 2, 4), rates)
            return {
                "callers": [
                    {"callers": n, "wrong": 0, "errors": n // 4, "per_second": r} for n, r in keys
                ]
            }

        self.answering(questions, callers(10, 18, 19), callers(20, 17, 16))
        questions.Threads("resnet50", "gradcam-djl").ask(self.commands, self.results)
        values = self.values()
        self.assertEqual(values["four_threads_throughput", "gradcam-djl"], [19])
        self.assertEqual(values["best_throughput", "gradcam-djl"], [20])
        self.assertEqual(values["thread_errors", "gradcam-djl"], [1])

    def test_of_a_process_that_crashed_no_map_came(self):
        alone = {"callers": [{"callers": 1, "wrong": 0, "errors": 0, "per_second": 5.0}]}
        self.answering(questions, process.Failed("exit code -11", alone))
        questions.Threads("resnet50", "torch-cam").ask(self.commands, self.results)
        values = self.values()
        self.assertEqual(values["thread_errors", "torch-cam"], [160])
        self.assertEqual(values["four_threads_to_best", "torch-cam"], [0.0])
        self.assertEqual(len(self.results.crashes), 1)

    def test_whoever_draws_other_maps_is_not_measured(self):
        near = {"classes": [1], "largest": 9e-5, "level": "raw"}
        far = {"classes": [1], "largest": 2e-4, "level": "raw"}
        other = {"classes": [2], "largest": 1e-6, "level": "raw"}
        folders = {"gradcam-djl": (Path("w"), {"classes": [1]})}
        told = {"captum": (near, True), "torch-cam": (far, False), "tf-keras-vis": (other, False)}
        for who, (answer, agrees) in told.items():
            self.answering(agreement, answer)
            found = agreement.compare(
                self.commands, self.results, "vgg16", folders, "gradcam-djl", who
            )
            self.assertEqual(found, agrees)
        self.assertEqual([a["agrees"] for a in self.results.agreement], [True, False, False])

    def test_the_programs_own_time(self):
        self.assertEqual(questions.told_seconds("x\n120 photos explained in 8.5 s\n"), 8.5)


class Photos(unittest.TestCase):
    def test_photos_come_from_all_folders_in_turn(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("a/1.jpg", "a/2.JPEG", "a/3.txt", "b/1.png", "b/2.jpg"):
                file = Path(folder) / "val" / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.touch()
            chosen = [f"{p.parent.name}/{p.name}" for p in photos.spread(Path(folder), 3)]
            self.assertEqual(chosen, ["a/1.jpg", "b/1.png", "a/2.JPEG"])
            with self.assertRaisesRegex(photos.NoPhotos, "holds 4 photos, but 5"):
                photos.spread(Path(folder), 5)


if __name__ == "__main__":
    unittest.main()
