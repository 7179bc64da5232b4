package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataCommandTest {
    @Test
    void theListSaysOfEverySetWhereItIsOrHowItGetsHere() {
        Session session = Session.run("data", "list");
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains("shapes", "gratings", "computed; needs no files")
                .containsPattern("imagenet +1281167 \\+ 50000 images of various sizes, 1000 classes")
                .containsPattern("(not here; get ILSVRC 2012 at https://image-net.org.*: /.*/imagenet|in /.*)")
                .containsPattern("(170 MB to fetch: dync data fetch cifar10|in /.*)");
    }

    @Test
    void whatCannotBeFetchedSaysSo() {
        Session session = Session.run("data", "fetch", "imagenett");
        assertThat(session.exit()).isNotZero();
        assertThat(session.err()).contains("there is no data set 'imagenett'", "did you mean 'imagenet'?");
    }
}
