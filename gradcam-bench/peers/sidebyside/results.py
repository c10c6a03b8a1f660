"""The measurements as they are written."""

import json
import statistics


class Results:
    def __init__(self):
        self.agreement = []
        self.failures = []
        self.crashes = []
        self._values = {}

    @classmethod
    def of(cls, file):
        """What a file has already, to which more is added."""
        results, known = cls(), json.loads(file.read_text())
        for m in known["measurements"]:
            for value in m["values"]:
                results.add(m["question"], m["network"], m["batch"], m["who"], m["unit"], value)
        for each in known["agreement"]:
            results.agrees(each)
        results.failures, results.crashes = known["failures"], known["crashes"]
        return results

    def agrees(self, found):
        """The latest finding about a peer on a network counts."""
        places = [(each["network"], each["peer"]) for each in self.agreement]
        if (found["network"], found["peer"]) in places:
            self.agreement[places.index((found["network"], found["peer"]))] = found
        else:
            self.agreement.append(found)

    def add(self, question, network, batch, who, unit, value):
        self._values.setdefault((question, network, batch, who, unit), []).append(value)

    def fail(self, step, error):
        self.failures.append({"step": step, "error": str(error)[:2000]})

    def crashed(self, step, error):
        """A process that was asked to bear threads and did not: a finding, no failure."""
        self.crashes.append({"step": step, "error": str(error)[:2000]})

    def measurements(self):
        keys = ("question", "network", "batch", "who", "unit")
        return [{**dict(zip(keys, key)), "values": v} for key, v in self._values.items()]

    def write(self, file, head):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".part")
        content = {
            **head,
            "agreement": self.agreement,
            "measurements": self.measurements(),
            "crashes": self.crashes,
            "failures": self.failures,
        }
        draft.write_text(json.dumps(content, indent=1) + "\n")
        draft.replace(file)

    def table(self):
        lines = [f"{'question':32} {'network':13} batch {'who':17} median (lowest to highest)"]
        for m in sorted(self.measurements(), key=lambda m: (m["question"], m["network"], m["batch"])):
            values = m["values"]
            lines.append(
                f"{m['question']:32} {m['network']:13} {m['batch']:5} {m['who']:17}"
                f" {statistics.median(values):.4g} {m['unit']}"
                f" ({min(values):.4g} to {max(values):.4g})"
            )
        return "\n".join(lines)
