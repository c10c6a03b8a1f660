"""Nobody is measured whose maps are others."""

from sidebyside.process import Failed, run
from sidebyside.progress import say

TOLERANCE = 1e-4
PHOTOS = 4


def check(commands, results, networks, everyone):
    """Who may be measured on which network: pairs."""
    agreed = set()
    for network in networks:
        folders = {}
        for who in [w for w in everyone if w.startswith("gradcam-")]:
            folder = commands.args.work / "maps" / network / who
            folder.mkdir(parents=True, exist_ok=True)
            try:
                command = commands.ask("maps", who, network, "--photos", PHOTOS, "--out", folder)
                folders[who] = (folder, run(command).answer)
            except Failed as error:
                refuse(results, network, who, str(error))
        if not folders:
            continue
        # The first is what all others are compared with.
        first = next(iter(folders))
        for who in everyone:
            if who == first:
                agreed.add((who, network))
                say(f"{network}: {who} at {folders[who][1]['layers']} is what others are compared with")
            elif who in folders or not who.startswith("gradcam-"):
                if compare(commands, results, network, folders, first, who):
                    agreed.add((who, network))
    return agreed


def compare(commands, results, network, folders, first, who):
    folder, ours = folders[first]
    try:
        if who in folders:
            others, theirs = folders[who]
            command = commands.python("agree-files", "--maps", folder, "--others", others)
            told = {**run(command).answer, "classes": theirs["classes"]}
        else:
            command = commands.ask("agree", who, network, "--take", PHOTOS, "--maps", folder)
            told = run(command).answer
    except Failed as error:
        refuse(results, network, who, str(error))
        return False
    same = told["classes"] == ours["classes"] and told["largest"] <= TOLERANCE
    results.agrees(
        {
            "network": network,
            "peer": who,
            "with": first,
            "largest": told["largest"],
            "photos": PHOTOS,
            "level": told["level"],
            "agrees": same,
        }
    )
    say(f"{network}: {who} differs from {first} by {told['largest']:.1e} at most ({told['level']})")
    if not same:
        say(f"{network}: {who} IS NOT MEASURED. Its classes are {told['classes']}, ours {ours['classes']}")
    return same


def refuse(results, network, who, why):
    say(f"{network}: {who} IS NOT MEASURED: {why}")
    results.fail(f"agreement, {network}, {who}", why)
