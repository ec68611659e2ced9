// Solves a DIMACS min-cost-flow file with LEMON's network simplex and prints one line of JSON:
// the cost and the seconds of the fastest of some runs, reading and building the graph not counted.
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
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
  std::vector<double> seconds;
  long long total = 0;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    Simplex simplex(graph);
    simplex.lowerMap(lower).upperMap(capacity).costMap(cost).supplyMap(supply);
    if (simplex.run() != Simplex::OPTIMAL) {
      std::fprintf(stderr, "no optimal flow\n");
      return 1;
    }
    total = simplex.totalCost();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("{\"objective\":%lld,\"seconds\":%.6f,\"fastest\":%.6f,\"runs\":%d}\n", total,
              seconds[seconds.size() / 2], seconds[0], runs);
}
