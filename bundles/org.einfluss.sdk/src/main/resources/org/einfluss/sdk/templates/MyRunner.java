import java.io.IOException;
import java.util.List;
import org.einfluss.api.Described;
import org.einfluss.api.Progress;
import org.einfluss.api.study.Plan;
import org.einfluss.api.study.Runner;
import org.einfluss.api.study.Shard;
import org.osgi.service.component.annotations.Component;

/** Executes the parts of a study one after the other on the calling thread; a runner of your own may send them elsewhere. */
@Component(service = Runner.class)
@Described(id = "my-runner", name = "My runner", summary = "Executes a study on a single thread.")
public final class MyRunner implements Runner {
    @Override
    public void run(Plan plan, List<Shard> pending, Worker worker, Progress progress) throws IOException {
        for (int i = 0; i < pending.size(); i++) {
            progress.checkCancelled();
            worker.execute(pending.get(i), progress);
            progress.report(i + 1, pending.size(), "shards");
        }
    }
}
