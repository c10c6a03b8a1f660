#!/usr/bin/env bash
# Runs the benchmarks, and makes the page of their results.
#
#   gradcam-bench/run.sh [quick|full] [--out DIR] [--page FILE]
#
# quick takes about five minutes on two cores, full about thirty-five; networks are made once, before.
set -euo pipefail

usage() {
  echo "Usage: $0 [quick|full] [--out DIR] [--page FILE]" >&2
  exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
target=$here/target
form=quick
out=
page=
while (($#)); do
  case $1 in
    quick | full) form=$1 ;;
    --out) out=${2:-} && [[ $out ]] && shift || usage ;;
    --page) page=${2:-} && [[ $page ]] && shift || usage ;;
    *) usage ;;
  esac
  shift
done
out=${out:-$target/results/$form}
# What a few minutes say does not replace the page that is published.
if [[ ! $page ]]; then
  if [[ $form == full ]]; then page=$here/../docs/reference/performance.md; else page=$target/page/performance.md; fi
fi

jar=$target/benchmarks.jar
if [[ ! -f $jar ]]; then
  echo "There is no $jar yet. Build it first, in the project's folder:" >&2
  echo "  mvn -pl gradcam-bench -am package -DskipTests" >&2
  exit 1
fi

# TensorFlow's errors, and not what it tells of the machine.
export TF_CPP_MIN_LOG_LEVEL=${TF_CPP_MIN_LOG_LEVEL:-2}
networks=$target/networks
cores=$(getconf _NPROCESSORS_ONLN)
# Callers and threads of the engine: from one to more than there are cores.
crowds=1
for ((threads = 2; threads <= 2 * cores; threads *= 2)); do crowds+=,$threads; done
engines=1
((cores == 1)) || engines+=,$cores

mkdir -p "$out" "$(dirname "$page")"
# Results of another day do not belong to these.
rm -f "$out"/*.json

steps=$([[ $form == full ]] && echo 15 || echo 10)
step=0
say() {
  step=$((step + 1))
  echo "=== $step of $steps: $1 ($(date +%H:%M:%S))"
}

# measure NAME TITLE BENCHMARKS OPTION…: writes NAME.json
measure() {
  say "$2"
  java -Dnetworks="$networks" -jar "$jar" "$3" -rf json -rff "$out/$1.json" -foe true "${@:4}" |
    grep --line-buffered -E '^# Benchmark:|^# Parameters|^Iteration|^Result|has no GPU|Exception|ERROR' || return "${PIPESTATUS[0]}"
}

make() {
  say "networks, made once"
  java -cp "$jar" io.github.gradcam.bench.network.MakeNetworks "$networks" "$@"
}

memory=(-p yardstick=none -prof gc)
[[ -r /proc/self/status ]] && memory+=(-prof io.github.gradcam.bench.PeakMemory)

if [[ $form == quick ]]; then
  short=(-f 1 -wi 1 -w 1 -i 3 -r 1)
  make embedded resnet50
  measure heatmap "a heatmap" Heatmap "${short[@]}" -p network=embedded,resnet50
  measure batch "batches" Heatmap "${short[@]}" -p network=resnet50 -p batch=8
  measure classes "classes" Heatmap "${short[@]}" -p network=resnet50 -p classes=5
  measure capture "passes and ways back" Capture "${short[@]}" -p network=embedded -p backend=djl
  measure throughput "threads" Throughput "${short[@]}" -p network=embedded -p threads="$cores" -p engineThreads=1
  measure pictures "photos and pictures" 'Render|Image' "${short[@]}" -p network=embedded -p backend=djl
  measure resume "tails" Resume "${short[@]}" -p network=embedded -p variations=32
  measure coldstart "the first map" ColdStart -f 2 -p network=embedded
  measure memory "memory" Heatmap "${short[@]}" -p network=resnet50 "${memory[@]}"
else
  long=(-f 1 -wi 2 -w 3 -i 5 -r 2)
  short=(-f 1 -wi 1 -w 4 -i 3 -r 2)
  make
  measure heatmap "heatmaps" Heatmap "${long[@]}" -p network=embedded,mobilenet_v2,vgg16 -p batch=1,8
  # Deeplearning4j's Java needs half a minute to be compiled, and scatters more than others.
  measure heatmaps-warm "heatmaps, for longer" Heatmap -f 1 -wi 4 -w 8 -i 12 -r 2 -p network=resnet50 -p batch=1
  measure batch "batches" Heatmap "${long[@]}" -p network=resnet50 -p batch=2,8,16
  measure classes "classes" Heatmap "${short[@]}" -p network=resnet50 -p classes=2,5,10
  measure classes-vgg16 "classes, VGG16" Heatmap "${long[@]}" -p network=vgg16 -p classes=5
  measure methods "methods" Heatmap "${short[@]}" -p network=resnet50 -p backend=djl -p method=grad-cam++,hires-cam,layer-cam
  measure capture "passes and ways back" Capture "${short[@]}" -p network=resnet50
  measure throughput "threads" Throughput "${short[@]}" -p network=resnet50 -p threads="$crowds" -p engineThreads="$engines"
  measure throughput-vgg16 "threads, VGG16" Throughput "${short[@]}" -p network=vgg16 -p threads=1,4 -p engineThreads="$engines"
  measure pictures "photos and pictures" 'Render|Image' "${short[@]}" -p network=embedded -p backend=djl
  measure resume "tails" Resume "${short[@]}" -p network=resnet50
  measure coldstart "the first map" ColdStart -p network=embedded,resnet50
  measure memory "memory" Heatmap -f 1 -wi 1 -w 2 -i 2 -r 1 "${memory[@]}"
  measure memory-batch "memory of batches" Heatmap -f 1 -wi 1 -w 2 -i 2 -r 1 -p network=resnet50 -p batch=8 "${memory[@]}"
fi

# What gradcam-bench/peers/run.sh has measured becomes a part of the page.
if [[ $form == full && -f $target/peers.json ]]; then cp "$target/peers.json" "$out"; fi

java -Djava.awt.headless=true -cp "$jar" io.github.gradcam.bench.page.PerformancePage "$out" "$page"
