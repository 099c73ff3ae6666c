// W2, the plain way: one coin for each arc out of a new adopter. Reads "nodes arcs" and the arcs "u v" from the standard
// input; weighted cascade from the 50 nodes of highest out-degree, or p = 0.01 when a second argument is given.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <vector>

static uint64_t state = 42;

static inline double uniform() {  // xorshift64*
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return static_cast<double>((state * 2685821657736338717ULL) >> 11) * 0x1.0p-53;
}

int main(int count, char** words) {
    const int runs = std::atoi(words[1]);
    const bool constant = count > 2;
    int n;
    long m;
    if (std::scanf("%d %ld", &n, &m) != 2) return 1;
    std::vector<int> from(m), to(m), begin(n + 2), target(m), in(n);
    for (long a = 0; a < m; a++) {
        if (std::scanf("%d %d", &from[a], &to[a]) != 2) return 1;
        begin[from[a] + 2]++;
        in[to[a]]++;
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    for (long a = 0; a < m; a++) target[begin[from[a] + 1]++] = to[a];
    std::vector<double> chance(n);
    for (int v = 0; v < n; v++) chance[v] = constant ? 0.01 : 1.0 / in[v];
    std::vector<int> seeds(n), queue(n), seen(n, -1);
    std::iota(seeds.begin(), seeds.end(), 0);
    std::stable_sort(seeds.begin(), seeds.end(), [&](int a, int b) { return begin[a + 1] - begin[a] > begin[b + 1] - begin[b]; });
    const std::clock_t start = std::clock();
    long reached = 0;
    for (int run = 0; run < runs; run++) {
        int tail = 0;
        for (int s = 0; s < 50; s++) seen[queue[tail++] = seeds[s]] = run;
        for (int head = 0; head < tail; head++) {
            const int u = queue[head];
            for (int a = begin[u]; a < begin[u + 1]; a++) {
                const int v = target[a];
                if (seen[v] != run && uniform() < chance[v]) seen[queue[tail++] = v] = run;
            }
        }
        reached += tail;
    }
    std::printf("%.3f %.1f\n", static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, static_cast<double>(reached) / runs);
}
