package org.einfluss.example;

import java.io.IOException;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.osgi.service.component.annotations.Component;

/** Executes the shards one after the other on the calling thread: the simplest runner there is, and right by construction. */
@Component(service = Runner.class)
@Described(
        id = "example-one-after-the-other",
        name = "One after the other",
        summary = "Executes shards on the calling thread.")
public final class OneAfterTheOther implements Runner {
    @Override
    public void run(Plan plan, List<Shard> pending, Worker worker, Progress progress) throws IOException {
        for (int i = 0; i < pending.size(); i++) {
            progress.checkCancelled();
            worker.execute(pending.get(i), progress);
            progress.report(i + 1, pending.size(), "Shards");
        }
    }
}
