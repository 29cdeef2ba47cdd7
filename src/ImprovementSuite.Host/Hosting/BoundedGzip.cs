using System.IO.Compression;
using Grpc.Net.Compression;
using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Messages that come folded with gzip, up to the size that an unfolded one may have: a thousand bytes can hold a million.</summary>
internal sealed class BoundedGzip(int most) : ICompressionProvider
{
    public string EncodingName => "gzip";

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? level) => new GZipStream(stream, level ?? CompressionLevel.Fastest, leaveOpen: true);

    public Stream CreateDecompressionStream(Stream stream) => new Bounded(new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true), most);

    private sealed class Bounded(Stream unfolded, int most) : Stream
    {
        private int _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = unfolded.Read(buffer);
            return (_read += read) <= most ? read : throw FeedErrors.MessageTooLarge("The message");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            unfolded.Dispose();
            base.Dispose(disposing);
        }
    }
}
