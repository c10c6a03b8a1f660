"""Compares gradcam with its peers in Python, process by process, in turn."""

import sys

from sidebyside import agreement, arguments, host, photos, plan, questions
from sidebyside.commands import Commands
from sidebyside.process import Failed, run
from sidebyside.progress import Progress, say
from sidebyside.results import Results

INPUTS = 8


def prepared(args):
    """Networks, photos and inputs: whatever all share."""
    commands = Commands(args, {})
    backends = [who.removeprefix("gradcam-") for who in args.who if who in arguments.GRADCAM]
    if "djl" not in backends:
        backends.append("djl")
    slow = {"folder", "threads"} & set(args.questions)
    networks = args.networks if "cost" in args.questions else []
    networks = networks + [n for n in args.slow_networks if slow and n not in networks]
    for network in networks:
        say(f"{network}: its files, made where they are missing")
        more = ["--networks", args.network_files, "--network", network]
        told = run(commands.java("files", *more, "--backend", ",".join(backends)))
        commands.files[network] = told.answer
    chosen = photos.spread(args.photos or photos.imagenette(args.work / "imagenette"), args.count)
    copies = photos.copied(chosen, args.work / "photos")
    some = [copies[i * len(copies) // INPUTS] for i in range(INPUTS)]
    run(commands.python("inputs", "--out", commands.inputs, "--photos", *some))
    return commands, networks


def head(args, commands):
    versions = run(commands.python("versions")).answer
    return {
        "host": host.host(),
        "versions": {"java": host.java_version(), "python": sys.version.split()[0], **versions},
        "rounds": args.rounds,
        "threads": args.threads,
    }


def asked(question, commands, results, progress, where):
    try:
        figures = question.ask(commands, results)
    except Failed as error:
        results.fail(repr(question), error)
        figures = f"FAILED: {error}"
    progress.step(f"{where} {question}", figures)


def main(argv):
    args = arguments.parsed(argv)
    args.work.mkdir(parents=True, exist_ok=True)
    results = Results.of(args.out) if args.add and args.out.exists() else Results()
    if {"folder", "cold_start"} & set(args.questions):
        questions.gradcam_program(args)
    try:
        commands, networks = prepared(args)
        opening = head(args, commands)
    except (Failed, photos.NoPhotos) as error:
        say(str(error))
        return 3
    say("Do all draw the same maps?")
    agreed = agreement.check(commands, results, networks, args.who)
    rounds = plan.plan(args, agreed)
    if "cold_start" in args.questions:
        say("A first start of each, which does not count, fills the disk's cache")
        for who in plan.FIRST_PICTURE:
            if who in args.who:
                questions.ColdStart(who).ask(commands, Results())
    progress = Progress(sum(map(len, rounds)))
    for number, round_ in enumerate(rounds, 1):
        for question in round_:
            asked(question, commands, results, progress, f"round {number}")
            results.write(args.out, opening)
    results.write(args.out, opening)
    print(results.table())
    say(f"Written to {args.out}")
    return 1 if results.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
