"""Which questions are asked, in which order."""

from sidebyside.questions import CLI_BATCH, PEER_BATCH, ColdStart, Cost, Folder, Threads

FIRST_PICTURE = ("gradcam-djl", "pytorch-grad-cam", "torch-cam")


def plan(args, agreed):
    """A list of questions a round; every other round goes the other way."""
    return [turned(one_round(args, agreed, r), r) for r in range(args.rounds)]


def turned(questions, round_):
    return questions if round_ % 2 == 0 else questions[::-1]


def one_round(args, agreed, round_):
    questions = []
    if "cost" in args.questions:
        for network in args.networks:
            for batch in args.vgg16_batches if network == "vgg16" else args.batches:
                questions += [Cost(network, batch, w) for w in args.who if (w, network) in agreed]
    if "cold_start" in args.questions:
        questions += [ColdStart(who) for who in FIRST_PICTURE if who in args.who]
    if round_ < args.slow_rounds:
        for network in args.slow_networks:
            slow = [who for who in args.who if (who, network) in agreed]
            if "folder" in args.questions:
                questions += folders(network, slow)
            if "threads" in args.questions:
                for who in slow:
                    questions.append(Threads(network, who))
                    if who in ("pytorch-grad-cam", "torch-cam"):
                        questions.append(Threads(network, who, shared=True))
    return questions


def folders(network, who):
    questions = []
    if "gradcam-djl" in who:
        questions.append(Folder(network, "gradcam-djl", CLI_BATCH))
    if "pytorch-grad-cam" in who:
        questions += [Folder(network, "pytorch-grad-cam", batch) for batch in (1, PEER_BATCH)]
    return questions
