// Solves a DIMACS min-cost-flow file with LEMON's network simplex and prints one line of JSON:
// the cost and the median, fastest and processor seconds of some runs; reading the file is not counted.
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <vector>

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, long long>;

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: network-simplex FILE.min [runs]\n");
    return 2;
  }
  std::ifstream file(argv[1]);
  const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
  Graph graph;
  Graph::ArcMap<int> lower(graph), capacity(graph);
  Graph::ArcMap<long long> cost(graph);
  Graph::NodeMap<int> supply(graph);
  lemon::readDimacsMin(file, graph, lower, capacity, cost, supply);
  std::vector<double> seconds, cpu;
  long long total = 0;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t used = std::clock();
    Simplex simplex(graph);
    simplex.lowerMap(lower).upperMap(capacity).costMap(cost).supplyMap(supply);
    if (simplex.run() != Simplex::OPTIMAL) {
      std::fprintf(stderr, "no optimal flow\n");
      return 1;
    }
    total = simplex.totalCost();
    cpu.push_back(double(std::clock() - used) / CLOCKS_PER_SEC);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  std::sort(cpu.begin(), cpu.end());
  std::printf("{\"objective\":%lld,\"seconds\":%.6f,\"fastest\":%.6f,\"cpuSeconds\":%.6f,\"runs\":%d}\n", total,
              seconds[seconds.size() / 2], seconds[0], cpu[cpu.size() / 2], runs);
}
