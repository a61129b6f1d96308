package org.quitclaim.eventstore.axonserver;

import io.grpc.stub.StreamObserver;

/** What a client sends until it is done or gone; by default it is answered that it is done. */
abstract class Incoming<T> implements StreamObserver<T> {
    private final StreamObserver<?> answer;

    Incoming(StreamObserver<?> answer) {
        this.answer = answer;
    }

    /** It went away or took back what it sent: there is nobody to answer. */
    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {
        answer.onCompleted();
    }
}
